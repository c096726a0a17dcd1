package io.understudy.agent.jvmti;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Birth and death are reported on the thread itself, around run(). */
final class ThreadsProbe {
  private static final List<String> SEEN = new CopyOnWriteArrayList<>();

  public static void main(String[] args) throws Exception {
    JvmtiMonitors monitors = new JvmtiMonitors(Path.of(args[0]), new Events());
    monitors.warm();
    monitors.enable();
    Thread probe = new Thread(() -> note("run"), "probe");
    probe.start();
    probe.join();
    monitors.disable();
    Thread late = new Thread(() -> note("late"), "probe");
    late.start();
    late.join();
    System.out.println(SEEN);
  }

  private static void note(String what) {
    if (Thread.currentThread().getName().equals("probe")) {
      SEEN.add(what);
    }
  }

  private static final class Events extends ProbeEvents {
    @Override
    public void threadStarted() {
      note("started");
    }

    @Override
    public void threadEnded() {
      note("ended");
    }
  }
}
