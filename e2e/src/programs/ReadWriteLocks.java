import java.util.Random;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Readers and writers, with a downgrade; and optimistic reads. */
public final class ReadWriteLocks {
  private static int value;
  private static int stamped;

  public static void main(String[] args) throws Exception {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    StampedLock stamps = new StampedLock();
    Seen.threads(
            4,
            (index, seen) -> {
              Random random = Seen.random(args, index);
              for (int i = 0; i < 400; i++) {
                if (random.nextInt(4) == 0) {
                  lock.writeLock().lock();
                  Seen.stumble(random);
                  value++;
                  lock.readLock().lock();
                  lock.writeLock().unlock();
                } else {
                  lock.readLock().lock();
                }
                Seen.stumble(random);
                seen.add(value).add(lock.getReadLockCount());
                lock.readLock().unlock();

                long stamp = stamps.tryOptimisticRead();
                int read = stamped;
                Seen.stumble(random);
                if (!stamps.validate(stamp)) {
                  stamp = stamps.writeLock();
                  read = stamped++;
                  stamps.unlockWrite(stamp);
                } else if (random.nextInt(8) == 0) {
                  stamp = stamps.writeLock();
                  Seen.stumble(random);
                  read = -stamped++;
                  stamps.unlockWrite(stamp);
                }
                seen.add(read);
              }
            })
        .print();
  }
}
