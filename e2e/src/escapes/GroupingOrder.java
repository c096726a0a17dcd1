import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The order of groups keyed by enum constants, classes and objects. */
public final class GroupingOrder {

  public static void main(String[] args) throws Exception {
    System.out.println(
        Stream.of(1, "a", 2L, 'c', 4.0, new int[0], new Date(0))
            .collect(Collectors.groupingBy(Object::getClass, Collectors.counting()))
            .values());
    Set<TimeUnit> units = new HashSet<>(List.of(TimeUnit.values()));
    System.out.println(units);
  }
}
