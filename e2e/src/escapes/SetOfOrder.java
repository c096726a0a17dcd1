import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The order of Set.of, Map.of and their copies. */
public final class SetOfOrder {

  public static void main(String[] args) throws Exception {
    System.out.println(Set.of("a", "b", "c", "d", "e", "f", "g"));
    System.out.println(Map.of("a", 1, "b", 2, "c", 3, "d", 4, "e", 5));
    System.out.println(Set.copyOf(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9)));
    System.out.println(Stream.of("x", "y", "z", "u").collect(Collectors.toUnmodifiableSet()));
  }
}
