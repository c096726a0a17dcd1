import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;

/** The order of a HashMap keyed by enum constants and by classes. */
public final class EnumHashOrder {

  public static void main(String[] args) throws Exception {
    Map<Object, Integer> map = new HashMap<>();
    for (TimeUnit unit : TimeUnit.values()) {
      map.put(unit, unit.ordinal());
    }
    for (Class<?> type : List.of(Crew.class, Timer.class, EnumHashOrder.class, Phaser.class)) {
      map.put(type, type.getName().length() * 100);
    }
    System.out.println(map.values());
  }
}
