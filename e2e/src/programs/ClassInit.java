/** Threads that race into static initialisers, which sleep, lock, wait for a thread, or fail. */
public final class ClassInit {
  private static int order;

  private static synchronized int next() {
    return order++;
  }

  private static void sleep() {
    try {
      Thread.sleep(3);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Sleeps {
    static final int FIRST = next();

    static {
      sleep();
    }

    static final int SECOND = next();
  }

  private static final class Locks {
    static final int VALUE;

    static {
      synchronized (ClassInit.class) {
        sleep();
        VALUE = next();
      }
    }
  }

  private static final class Fails {
    static final int VALUE = fail();

    private static int fail() {
      sleep();
      throw new IllegalStateException("initialiser " + next());
    }
  }

  private static final class Nested {
    static final int VALUE = Sleeps.SECOND + Locks.VALUE + next();
  }

  public static void main(String[] args) throws Exception {
    Seen.threads(
            6,
            (index, seen) -> {
              seen.add(next());
              switch (index % 3) {
                case 0 -> seen.add(Sleeps.FIRST + Sleeps.SECOND);
                case 1 -> seen.add(Locks.VALUE);
                default -> seen.add(Nested.VALUE);
              }
              seen.add(next());
              try {
                seen.add(Fails.VALUE);
              } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
                seen.add(e.getClass());
              }
              seen.add(next()).add(Nested.VALUE).add(System.nanoTime());
            })
        .print();
  }
}
