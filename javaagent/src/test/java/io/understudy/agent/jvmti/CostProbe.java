package io.understudy.agent.jvmti;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import java.nio.file.Path;
import java.util.Map;

/** Prints what the calls and the callback cost, in nanoseconds. */
final class CostProbe {
  private static final int ROUNDS = 200_000;

  static native void event(long jvmti, long jni, long thread, long monitor);

  public static void main(String[] args) {
    ProbeEvents events = new ProbeEvents();
    JvmtiMonitors monitors = new JvmtiMonitors(Path.of(args[0]), events);
    monitors.warm();
    ContendedEnter callback = new ContendedEnter(events);
    Memory table = new Memory(Long.BYTES);
    table.setLong(0, callback.address());
    Native.register(CostProbe.class, new FunctionTable(table, Map.of("event", 0)).library(null));
    for (int round = 0; round < 3; round++) {
      System.out.println("exit+enter " + pairs(monitors, new Object()));
      System.out.println("callback " + callbacks());
      System.out.println("owner " + owners(monitors));
    }
    if (callback.getParameterTypes().length != 4) {
      throw new IllegalStateException("the callback must live until here");
    }
  }

  private static long pairs(JvmtiMonitors monitors, Object monitor) {
    synchronized (monitor) {
      long start = System.nanoTime();
      for (int i = 0; i < ROUNDS; i++) {
        monitors.exit(monitor);
        monitors.enter(monitor);
      }
      return (System.nanoTime() - start) / ROUNDS;
    }
  }

  private static long callbacks() {
    long start = System.nanoTime();
    for (int i = 0; i < ROUNDS; i++) {
      event(0, 0, 0, 0);
    }
    return (System.nanoTime() - start) / ROUNDS;
  }

  private static long owners(JvmtiMonitors monitors) {
    Object monitor = new Object();
    int rounds = ROUNDS / 100;
    long start = System.nanoTime();
    for (int i = 0; i < rounds; i++) {
      monitors.owner(monitor);
    }
    return (System.nanoTime() - start) / rounds;
  }
}
