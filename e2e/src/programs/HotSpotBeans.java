import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javax.management.ObjectName;

/** What HotSpot's own beans add: machine, last collection, flags, diagnostic commands. */
public final class HotSpotBeans {
  private static final Seen SEEN = new Seen();

  public static void main(String[] args) throws Exception {
    Thread machine = new Thread(HotSpotBeans::machine);
    machine.start();
    for (int i = 0; i < 3; i++) {
      System.gc();
      for (var gc : ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class)) {
        var last = gc.getLastGcInfo();
        SEEN.add(gc.getName()).add(last == null ? "none" : last.getDuration());
        SEEN.add(last == null ? "none" : last.getMemoryUsageAfterGc());
        SEEN.add(last == null ? "none" : last.values());
      }
    }
    var flags = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    flags.setVMOption("MinHeapFreeRatio", "41");
    SEEN.add(flags.getDiagnosticOptions()).add(flags.getVMOption("MinHeapFreeRatio"));
    String[] signature = {String[].class.getName()};
    for (String command : new String[] {"vmUptime", "gcHeapInfo", "threadPrint"}) {
      Object[] none = {new String[0]};
      boolean arguments = !command.equals("gcHeapInfo");
      ObjectName commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
      SEEN.add(
          ManagementFactory.getPlatformMBeanServer()
              .invoke(commands, command, arguments ? none : null, arguments ? signature : null));
    }
    machine.join();
    SEEN.print();
  }

  private static void machine() {
    var os = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 20; i++) {
      OperatingSystemMXBean same = os;
      SEEN.add(same.getCpuLoad()).add(same.getProcessCpuLoad()).add(same.getProcessCpuTime());
      SEEN.add(same.getFreeMemorySize()).add(same.getTotalMemorySize());
      SEEN.add(same.getFreeSwapSpaceSize()).add(same.getCommittedVirtualMemorySize());
      SEEN.add(os.getOpenFileDescriptorCount()).add(os.getMaxFileDescriptorCount());
      SEEN.add(Arrays.toString(threads.getThreadCpuTime(threads.getAllThreadIds())));
      SEEN.add(threads.getThreadAllocatedBytes(Thread.currentThread().getId()));
      Thread.yield();
    }
  }
}
