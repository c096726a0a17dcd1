import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** The order and the threads in which a parallel stream passes elements. */
public final class ParallelOrder {

  public static void main(String[] args) throws Exception {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    IntStream.range(0, 60)
        .parallel()
        .forEach(
            n -> {
              Crew.pause(n);
              order.add(n + Thread.currentThread().getName());
            });
    System.out.println(order);
    System.out.println(
        IntStream.range(0, 10_000).parallel().filter(n -> n % 13 == 5).findAny().getAsInt());
  }
}
