package io.docent.document;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parser that does what parsers should not, as its document asks of it: for tests alone. */
@Singleton
final class HostileFormat implements DocumentFormat {

    private static final String MEDIA_TYPE = "application/x-hostile";

    HostileFormat() {}

    @Override
    public @Nullable String mediaType(FileName name) {
        return name.extension().equals("hostile") ? MEDIA_TYPE : null;
    }

    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals(MEDIA_TYPE);
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public String spokenName() {
        return "a hostile document";
    }

    @Override
    public Content read(Input input) {
        String wish = new String(input.bytes(), StandardCharsets.UTF_8);
        return switch (wish) {
            case "hang" -> hang();
            case "eat memory" -> eat(new ArrayList<>());
            case "exit" -> exit();
            case "overflow" -> content("deep " + depth(1));
            case "print" -> print(input);
            case "fail" -> throw new LinkageError("a class is missing");
            case "environment" -> content(String.join(" ", System.getenv().keySet()));
            case "process" -> content("process " + ProcessHandle.current().pid());
            default -> content(wish);
        };
    }

    /** Cannot be interrupted. */
    private static Content hang() {
        while (true) {
            try {
                Thread.sleep(Duration.ofHours(1));
            } catch (InterruptedException e) {
                Thread.onSpinWait();
            }
        }
    }

    private static Content eat(List<byte[]> memory) {
        while (true) {
            memory.add(new byte[1 << 20]);
        }
    }

    private static Content exit() {
        System.exit(7);
        return content("still here");
    }

    private static int depth(int depth) {
        return depth == 0 ? 0 : 1 + depth(depth + 1);
    }

    private static Content print(Input input) {
        System.out.println("R U D M: no reply");
        return content("printed " + input.name().name());
    }

    private static Content content(String text) {
        return new Content(text, List.of(), List.of(), null, Content.TitleSource.FILE_NAME);
    }
}
