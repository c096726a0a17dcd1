import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Steps of {@link Generated}: starts, joins, interrupts, parking, sleep, clocks, random numbers.
 */
final class StressThreads {
  private final Thread[] peers;
  private volatile int order;

  StressThreads(Thread[] peers) {
    this.peers = peers;
  }

  void addTo(List<Generated.Step> steps) {
    steps.add(this::startAndJoin);
    steps.add(this::crowd);
    steps.add(this::interruptPeer);
    steps.add(this::interruptChild);
    steps.add(this::park);
    steps.add(this::unpark);
    steps.add(this::sleep);
    steps.add((random, index) -> System.nanoTime() ^ System.currentTimeMillis());
    steps.add((random, index) -> ThreadLocalRandom.current().nextInt() + Math.random());
    steps.add((random, index) -> new Object().hashCode());
  }

  private Object startAndJoin(Random random, int index) throws InterruptedException {
    Thread child = new Thread(() -> order++);
    child.start();
    boolean alive = child.isAlive();
    child.join();
    return alive + " " + order + " " + child.getName();
  }

  private int crowd(Random random, int index) throws InterruptedException {
    CountDownLatch gun = new CountDownLatch(1);
    CountDownLatch line = new CountDownLatch(3);
    for (int i = 0; i < 3; i++) {
      new Thread(
              () -> {
                try {
                  gun.await();
                } catch (InterruptedException e) {
                  order += 100;
                }
                order++;
                line.countDown();
              })
          .start();
    }
    gun.countDown();
    line.await();
    return order;
  }

  private boolean interruptPeer(Random random, int index) {
    Thread peer = peers[random.nextInt(peers.length)];
    if (peer == null || random.nextInt(3) > 0) {
      return false;
    }
    peer.interrupt();
    return peer.isInterrupted();
  }

  private Object interruptChild(Random random, int index) throws InterruptedException {
    StringBuilder seen = new StringBuilder();
    Thread child =
        new Thread(
            () -> {
              try {
                Thread.sleep(1);
                seen.append("slept");
              } catch (InterruptedException e) {
                seen.append("woken");
              }
            });
    child.start();
    Seen.stumble(random);
    child.interrupt();
    child.join();
    return seen;
  }

  private int park(Random random, int index) {
    LockSupport.parkNanos(this, random.nextInt(1_000_000));
    return order;
  }

  private int unpark(Random random, int index) {
    LockSupport.unpark(peers[random.nextInt(peers.length)]);
    return order++;
  }

  private int sleep(Random random, int index) throws InterruptedException {
    Thread.sleep(random.nextInt(2));
    Thread.yield();
    return order;
  }
}
