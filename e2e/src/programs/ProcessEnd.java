import java.util.concurrent.TimeUnit;

/** Waits for the end of the process whose pid is the argument, on a thread and by a callback. */
public final class ProcessEnd {
  public static void main(String[] args) throws Exception {
    ProcessHandle process = ProcessHandle.of(Long.parseLong(args[0])).orElseThrow();
    Seen seen = new Seen();
    Thread beside = new Thread(() -> seen.add(process.onExit().join()));
    beside.start();
    System.out.println("WAITS");
    String end = process.onExit().thenApply(p -> "ended " + p.isAlive()).get(2, TimeUnit.MINUTES);
    beside.join();
    System.out.println(end);
    seen.add(System.nanoTime()).add(end).print();
  }
}
