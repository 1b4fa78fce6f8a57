package io.docent.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoundTest {

    @Test
    void whoComesBeyondIsRefusedAtOnceAndToldWhenToComeAgain() throws Exception {
        Bound bound = new Bound("questions", 2, 2);
        CountDownLatch over = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = threads.submit(() -> bound.within(() -> await(over)));
            Future<Integer> second = threads.submit(() -> bound.within(() -> await(over)));
            while (bound.inside() < 2) {
                Thread.onSpinWait();
            }

            assertThatThrownBy(() -> bound.within(() -> 1))
                    .isInstanceOfSatisfying(
                            BusyException.class,
                            busy -> assertThat(busy.retryAfter()).hasSeconds(2))
                    .hasMessage("2 questions are under way, as many as are taken at once; try again in 2 s");
            assertThatThrownBy(bound::check).isInstanceOf(BusyException.class);

            over.countDown();
            assertThat(first.get() + second.get()).isZero();
        }
        assertThat(bound.within(() -> 1)).isEqualTo(1);
        assertThat(bound.inside()).isZero();
    }

    private static int await(CountDownLatch over) throws InterruptedException {
        over.await();
        return 0;
    }

    @Test
    void someWaitForThoseAtWork() throws Exception {
        Bound bound = new Bound("uploads", 10, 2);
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                all.add(threads.submit(() -> bound.within(() -> {
                    most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                    Thread.sleep(5);
                    return atWork.decrementAndGet();
                })));
            }
            for (Future<Integer> one : all) {
                one.get();
            }
        }

        assertThat(most.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void whatFailsGivesItsPlaceBack() {
        Bound bound = new Bound("searches", 1, 1);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> bound.within(() -> {
                        throw new IllegalStateException("broken");
                    }))
                    .hasMessage("broken");
        }

        assertThat(bound.inside()).isZero();
    }
}
