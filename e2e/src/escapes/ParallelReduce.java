import java.util.stream.IntStream;

/** A parallel reduction that is not associative. */
public final class ParallelReduce {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      System.out.println(
          IntStream.range(0, 2_000)
              .parallel()
              .mapToDouble(
                  n -> {
                    if (n % 50 == 0) {
                      Thread.yield();
                    }
                    return n;
                  })
              .reduce(0.5, (a, b) -> a * 0.5 - b));
    }
  }
}
