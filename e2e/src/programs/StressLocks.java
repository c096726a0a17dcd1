import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * Steps of {@link Generated}: locks, conditions, queues, barriers, atomics of java.util.concurrent.
 */
final class StressLocks {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock fair = new ReentrantLock(true);
  private final Condition changed = lock.newCondition();
  private final ReentrantReadWriteLock readWrite = new ReentrantReadWriteLock();
  private final StampedLock stamped = new StampedLock();
  private final Semaphore semaphore = new Semaphore(2);
  private final BlockingQueue<Integer> queue = new LinkedBlockingQueue<>(3);
  private final BlockingQueue<Integer> hand = new SynchronousQueue<>();
  private final Exchanger<Integer> exchanger = new Exchanger<>();
  private final CyclicBarrier barrier;
  private final ConcurrentHashMap<Integer, Integer> map = new ConcurrentHashMap<>();
  private final AtomicInteger atomic = new AtomicInteger();
  private final LongAdder adder = new LongAdder();
  private int order;

  StressLocks(int threads) {
    barrier = new CyclicBarrier(Math.max(2, threads / 2));
  }

  void addTo(List<Generated.Step> steps) {
    steps.add((random, index) -> holding(lock, random));
    steps.add((random, index) -> holding(fair, random));
    steps.add((random, index) -> holding(readWrite.readLock(), random));
    steps.add((random, index) -> holding(readWrite.writeLock(), random));
    steps.add((random, index) -> holding(stamped.asWriteLock(), random));
    steps.add(this::tryFair);
    steps.add(this::await);
    steps.add(this::signal);
    steps.add(this::permit);
    steps.add((random, index) -> queue.offer(index, 300, TimeUnit.MICROSECONDS));
    steps.add((random, index) -> queue.poll(300, TimeUnit.MICROSECONDS));
    steps.add((random, index) -> hand.offer(index, 500, TimeUnit.MICROSECONDS));
    steps.add((random, index) -> hand.poll(500, TimeUnit.MICROSECONDS));
    steps.add((random, index) -> exchanger.exchange(index, 500, TimeUnit.MICROSECONDS));
    steps.add(this::meet);
    steps.add((random, index) -> map.merge(index % 2, 1, (a, b) -> stumbled(random, a + b)));
    steps.add(this::count);
  }

  private int holding(java.util.concurrent.locks.Lock held, Random random) {
    held.lock();
    try {
      Seen.stumble(random);
      return order++;
    } finally {
      held.unlock();
    }
  }

  private int tryFair(Random random, int index) throws InterruptedException {
    if (!fair.tryLock(200, TimeUnit.MICROSECONDS)) {
      return -1;
    }
    try {
      Seen.stumble(random);
      return order++;
    } finally {
      fair.unlock();
    }
  }

  private boolean await(Random random, int index) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      return changed.await(1, TimeUnit.MILLISECONDS);
    } finally {
      lock.unlock();
    }
  }

  private boolean signal(Random random, int index) {
    lock.lock();
    try {
      boolean waiters = lock.hasWaiters(changed);
      changed.signalAll();
      return waiters;
    } finally {
      lock.unlock();
    }
  }

  private int permit(Random random, int index) throws InterruptedException {
    if (!semaphore.tryAcquire(400, TimeUnit.MICROSECONDS)) {
      return -1;
    }
    try {
      Seen.stumble(random);
      return semaphore.availablePermits();
    } finally {
      semaphore.release();
    }
  }

  private int meet(Random random, int index) throws Exception {
    try {
      return barrier.await(1, TimeUnit.MILLISECONDS);
    } finally {
      if (barrier.isBroken()) {
        barrier.reset();
      }
    }
  }

  private static int stumbled(Random random, int value) {
    Seen.stumble(random);
    return value;
  }

  private long count(Random random, int index) {
    int old = atomic.get();
    Seen.stumble(random);
    adder.increment();
    return atomic.compareAndSet(old, old + 1) ? adder.sum() : -adder.sum();
  }
}
