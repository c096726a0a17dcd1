import java.lang.management.BufferPoolMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Two threads read every platform bean, by interface and through the server of beans. */
public final class PlatformBeans {
  private static final Seen SEEN = new Seen();

  public static void main(String[] args) throws Exception {
    List<Thread> readers =
        List.of(new Thread(PlatformBeans::read), new Thread(PlatformBeans::read));
    readers.forEach(Thread::start);
    for (Thread reader : readers) {
      reader.join();
    }
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    for (String bean :
        List.of("Runtime", "OperatingSystem", "Memory", "Threading", "Compilation")) {
      ObjectName name = new ObjectName("java.lang:type=" + bean);
      for (var attribute : server.getMBeanInfo(name).getAttributes()) {
        if (!attribute.getName().equals("SystemProperties")) { // the start directory is local
          SEEN.add(attribute.getName()).add(text(value(server, name, attribute.getName())));
        }
      }
    }
    SEEN.add(Arrays.deepToString(Thread.getAllStackTraces().values().toArray()));
    SEEN.print();
  }

  private static Object value(MBeanServer server, ObjectName name, String attribute) {
    try {
      return server.getAttribute(name, attribute);
    } catch (Exception e) {
      return e.getClass();
    }
  }

  private static String text(Object o) {
    return o instanceof long[] longs ? Arrays.toString(longs) : String.valueOf(o);
  }

  private static void read() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 5; i++) {
      byte[] garbage = new byte[1 << 20];
      synchronized (SEEN) {
        SEEN.add(garbage.length).add(ManagementFactory.getRuntimeMXBean().getUptime());
        SEEN.add(ManagementFactory.getRuntimeMXBean().getName());
        SEEN.add(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        SEEN.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage());
        SEEN.add(ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
        SEEN.add(ManagementFactory.getCompilationMXBean().getTotalCompilationTime());
        SEEN.add(threads.getCurrentThreadCpuTime()).add(threads.getThreadCount());
        for (ThreadInfo info : threads.dumpAllThreads(true, true)) {
          SEEN.add(info);
        }
      }
      for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
        SEEN.add(pool.getName()).add(pool.getUsage()).add(pool.getPeakUsage());
      }
      for (GarbageCollectorMXBean gc : ManagementFactory.getGarbageCollectorMXBeans()) {
        SEEN.add(gc.getName()).add(gc.getCollectionCount()).add(gc.getCollectionTime());
      }
      for (var pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
        SEEN.add(pool.getName()).add(pool.getCount()).add(pool.getMemoryUsed());
      }
    }
  }
}
