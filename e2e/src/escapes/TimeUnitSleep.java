import java.util.concurrent.TimeUnit;

/** TimeUnit.sleep, measured by the wall clock. */
public final class TimeUnitSleep {

  public static void main(String[] args) throws Exception {
    for (TimeUnit unit : new TimeUnit[] {TimeUnit.MILLISECONDS, TimeUnit.MICROSECONDS}) {
      long begin = System.currentTimeMillis();
      unit.sleep(3);
      System.out.println(unit + " " + (System.currentTimeMillis() - begin));
    }
  }
}
