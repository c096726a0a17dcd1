package io.understudy.agent;

import io.understudy.agent.identity.Identity;
import io.understudy.agent.option.AgentOptions;
import io.understudy.agent.option.Role;
import io.understudy.agent.role.ActiveRole;
import io.understudy.agent.role.Roles;
import io.understudy.agent.status.Console;
import io.understudy.agent.weave.Interception;
import io.understudy.agent.weave.TableFile;
import io.understudy.agent.weave.WovenCache;
import io.understudy.engine.boundary.Configuration;
import io.understudy.engine.hook.Seeds;
import io.understudy.engine.hook.Signals;
import io.understudy.engine.time.Clock;
import io.understudy.engine.turn.Turn;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.SortedMap;

/** Starts the role that the options name. */
public final class Start {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private Start() {}

  /**
   * Called on the JVM's main thread before {@code main}; the engine is visible to the boot loader.
   * When it returns, that thread is the first managed one.
   *
   * @param options checked options; the role is not {@code off}
   * @param startNanos {@link System#nanoTime} when the agent was entered
   * @param jar the product jar
   * @throws StartRefused if the server must not start; {@link io.understudy.agent.tier.Entry}
   *     prints its message and ends the JVM with its code
   */
  public static void start(
      AgentOptions options, Instrumentation instrumentation, long startNanos, Path jar)
      throws StartRefused {
    WovenCache cache = WovenCache.open(options, jar);
    Interception interception =
        Interception.install(instrumentation, TableFile.read(options.table()), cache.kept());
    ActiveRole role = Roles.open(options, identity(options, jar));
    Seeds.install(role.seeds());
    role.install();
    Console.line(
        "role="
            + options.role().text()
            + ", ready after "
            + (System.nanoTime() - startNanos) / NANOS_PER_MILLI
            + " ms");
    ServerPolicy.install(options);
    interception.enable();
    cache.save();
    Turn.begin(Thread.currentThread(), role.mode(), role);
    Configuration.settle();
    Clock.settle();
    Signals.begin(options.role() == Role.RECORD);
  }

  private static SortedMap<String, String> identity(AgentOptions options, Path jar)
      throws StartRefused {
    try {
      SortedMap<String, String> identity = Identity.ofThisJvm(jar.toFile());
      Identity.addWords(identity, "input", options.input());
      Identity.addWords(identity, "output", options.output());
      Identity.addWords(identity, "libraries", options.libraries());
      if (options.table() != null) {
        Identity.addFile(identity, TableFile.IDENTITY, new File(options.table()));
      }
      return identity;
    } catch (IOException e) {
      throw new StartRefused(
          ExitCode.UNAVAILABLE,
          "what this server is made of cannot be read: "
              + e
              + ". Without it the nodes cannot be compared. Check the class path and /proc.",
          e);
    }
  }
}
