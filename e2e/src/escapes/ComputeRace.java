import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Whose function a concurrent map calls. */
public final class ComputeRace {

  public static void main(String[] args) throws Exception {
    ConcurrentHashMap<Integer, String> map = new ConcurrentHashMap<>();
    ConcurrentSkipListMap<Integer, Integer> skip = new ConcurrentSkipListMap<>();
    Crew.of(
        4,
        i -> {
          for (int n = 0; n < 20; n++) {
            map.computeIfAbsent(
                n,
                key -> {
                  Crew.pause(key);
                  return "by " + i;
                });
            skip.merge(n % 5, i, (a, b) -> a * 7 + b);
          }
        });
    System.out.println(map + " " + skip);
  }
}
