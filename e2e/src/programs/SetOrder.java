import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The order of Set.of and Map.of, which the JDK salts anew in each JVM. */
public final class SetOrder {
  public static void main(String[] args) {
    Seen seen = new Seen();
    for (int i = 0; i < 20_000; i++) {
      seen.add(Set.of(i, i + 1).iterator().next());
    }
    Set.of("a", "b", "c", "d", "e", "f", "g", "h").forEach(seen::add);
    Map.of("one", 1, "two", 2, "three", 3, "four", 4, "five", 5).forEach((k, v) -> seen.add(k));
    Set.copyOf(Map.of(1, 2, 3, 4, 5, 6).entrySet()).forEach(seen::add);
    seen.add(Set.of("x", "y", "z").stream().collect(Collectors.toUnmodifiableSet()));
    seen.print();
  }
}
