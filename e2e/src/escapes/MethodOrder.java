import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.stream.Stream;

/** The order of getDeclaredMethods and getDeclaredFields. */
public final class MethodOrder {
  static void zulu() {}

  static void yankee() {}

  static void xray() {}

  static void whiskey() {}

  static void victor() {}

  static void uniform() {}

  static void tango() {}

  static void sierra() {}

  static void romeo() {}

  static void quebec() {}

  static void papa() {}

  static void oscar() {}

  static void november() {}

  public static void main(String[] args) throws Exception {
    System.out.println(Arrays.toString(MethodOrder.class.getDeclaredMethods()));
    System.out.println(
        Stream.of(ConcurrentHashMap.class.getDeclaredMethods()).map(m -> m.getName()).toList());
    System.out.println(Stream.of(Phaser.class.getDeclaredFields()).map(f -> f.getName()).toList());
  }
}
