package io.docent.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class GivingWayTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void itsThreadsAreNicerThanOthersAndNoOtherIs() throws Exception {
        int other = niceness(Thread.ofPlatform().factory());

        int giving = niceness(GivingWay.threads("giving-way-"));

        assertThat(giving).isEqualTo(Math.max(10, other));
        assertThat(niceness(Thread.ofPlatform().factory())).isEqualTo(other);
    }

    private static int niceness(ThreadFactory factory) throws Exception {
        Callable<Integer> reading = GivingWayTest::niceness;
        FutureTask<Integer> task = new FutureTask<>(reading);
        factory.newThread(task).start();
        return task.get();
    }

    /** The nineteenth field of proc_pid_stat(5); the second, in brackets, may have spaces. */
    private static int niceness() throws IOException {
        String stat = Files.readString(Path.of("/proc/thread-self/stat"));
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Integer.parseInt(afterName[16]);
    }

    @Test
    void itsThreadsHaveNamesAndDoNotKeepTheProcessAlive() {
        Thread thread = GivingWay.threads("embed-").newThread(() -> {});

        assertThat(thread.getName()).isEqualTo("embed-1");
        assertThat(thread.isDaemon()).isTrue();
    }
}
