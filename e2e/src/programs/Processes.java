import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** What a server can learn of other processes, and of the channel its parent may have left it. */
public final class Processes {
  public static void main(String[] args) throws Exception {
    Seen seen =
        Seen.threads(
            2,
            (index, each) -> {
              for (int i = 0; i < 5; i++) {
                ProcessHandle self = ProcessHandle.current();
                each.add(self.info()).add(self.pid()).add(self.info().totalCpuDuration());
                each.add(self.info().user()).add(self.info().startInstant());
                each.add(self.parent().map(ProcessHandle::info)).add(self.isAlive());
                List<ProcessHandle> all = ProcessHandle.allProcesses().collect(Collectors.toList());
                each.add(all.size()).add(all.get(all.size() - 1).info());
                Thread.yield();
              }
            });
    seen.add(System.inheritedChannel()).add(stillRuns());
    ProcessHandle none = ProcessHandle.of(Long.MAX_VALUE >> 33).orElse(null);
    seen.add(none == null);
    try (ServerSocket server = new ServerSocket(0)) {
      seen.add(server.getLocalPort());
    }
    seen.print();
  }

  /** The JDK's reaper waits for the parent meanwhile. */
  private static String stillRuns() throws Exception {
    ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
    CompletableFuture<ProcessHandle> end = parent.onExit();
    try {
      return "ended " + end.get(200, TimeUnit.MILLISECONDS).isAlive();
    } catch (TimeoutException e) {
      return "runs " + end.cancel(true);
    }
  }
}
