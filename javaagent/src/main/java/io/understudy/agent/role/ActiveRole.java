package io.understudy.agent.role;

import io.understudy.agent.ExitCode;
import io.understudy.agent.status.Console;
import io.understudy.engine.hook.Seeds;
import io.understudy.engine.turn.EngineListener;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What all roles share: how they tell the operator, and how they end. */
public abstract class ActiveRole implements EngineListener {
  private static final int UNMANAGED_NAMED = 20;

  private final Set<String> unmanaged = ConcurrentHashMap.newKeySet();

  /** Numbers of the log's header; see {@link Seeds}. */
  public abstract long[] seeds();

  /** A {@link io.understudy.engine.turn.Mode}. */
  public abstract int mode();

  /** Installs log and gate in the engine; the last step before the first managed thread. */
  public abstract void install();

  @Override
  public void diverged(String report) {
    Console.line(report);
    Runtime.getRuntime().halt(ExitCode.DIVERGED.number());
  }

  @Override
  public void abandoned(String reason) {
    Console.line(
        "ALARM replication has stopped: "
            + reason
            + ". The server runs on without protection; its calls die with this host."
            + " Restart both nodes once the cause is mended.");
  }

  @Override
  public void unmanagedThread(String description) {
    if (unmanaged.size() < UNMANAGED_NAMED && unmanaged.add(description)) {
      Console.line(
          "thread "
              + description
              + " is not managed: what it does to the server's state is not replicated");
    }
  }

  /**
   * Numbers for a log that begins: nobody may guess them. Read from the kernel and not drawn from
   * SecureRandom, whose providers the server must find as untouched as on a backup.
   */
  static long[] drawSeeds() throws IOException {
    byte[] bytes = new byte[Seeds.COUNT * Long.BYTES];
    try (FileInputStream random = new FileInputStream("/dev/urandom")) {
      if (random.readNBytes(bytes, 0, bytes.length) != bytes.length) {
        throw new IOException("/dev/urandom has ended");
      }
    }
    long[] seeds = new long[Seeds.COUNT];
    ByteBuffer.wrap(bytes).asLongBuffer().get(seeds);
    return seeds;
  }
}
