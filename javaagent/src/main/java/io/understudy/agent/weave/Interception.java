package io.understudy.agent.weave;

import io.understudy.agent.ExitCode;
import io.understudy.agent.StartRefused;
import io.understudy.agent.jvmti.JvmtiMonitors;
import io.understudy.engine.hook.HiddenClasses;
import io.understudy.engine.hook.Reflected;
import io.understudy.engine.hook.ThreadLists;
import io.understudy.engine.monitor.Monitors;
import io.understudy.engine.turn.Promotion;
import io.understudy.weaver.bridge.BoundaryInstaller;
import io.understudy.weaver.cache.KeptClasses;
import io.understudy.weaver.swap.LoadedClasses;
import io.understudy.weaver.swap.ReplacedNatives;
import io.understudy.weaver.swap.SiteTransformer;
import io.understudy.weaver.table.NativeTable;
import io.understudy.weaver.table.UnclassifiedNativeException;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Path;

/** All hooks of this JVM, in place but idle until the first managed thread. */
public final class Interception {
  private static final String NATIVE_LIBRARIES = "understudy-native";

  private final Instrumentation instrumentation;
  private final SiteTransformer transformer;
  private final JvmtiMonitors monitors;

  private Interception(
      Instrumentation instrumentation, SiteTransformer transformer, JvmtiMonitors monitors) {
    this.instrumentation = instrumentation;
    this.transformer = transformer;
    this.monitors = monitors;
  }

  /**
   * Prepares bridges, weaver and JVMTI.
   *
   * @param table what is intercepted
   * @param kept what earlier starts wove by this table
   * @throws StartRefused if this JDK holds a native that the table does not know
   */
  public static Interception install(
      Instrumentation instrumentation, NativeTable table, KeptClasses kept) throws StartRefused {
    BoundaryInstaller.Installed boundary;
    try {
      boundary = BoundaryInstaller.install(instrumentation, table, kept);
    } catch (UnclassifiedNativeException e) {
      throw new StartRefused(ExitCode.REFUSED, e.getMessage(), e);
    }
    LoadedClasses.settleConstants();
    Path libraries = Path.of(System.getProperty("java.io.tmpdir"), NATIVE_LIBRARIES);
    JvmtiMonitors monitors = new JvmtiMonitors(libraries, new EngineEvents());
    monitors.warm();
    Monitors.install(monitors);
    SiteTransformer transformer =
        new SiteTransformer(
            boundary.rules(),
            (name, cause) -> Promotion.abandon("class " + name + " could not be woven: " + cause),
            kept);
    HiddenClasses.install(transformer);
    Reflected.install(new ReplacedNatives(boundary.rules()));
    return new Interception(instrumentation, transformer, monitors);
  }

  /**
   * Weaves what is loaded already and switches the JVM's events on: the last step before the first
   * managed thread.
   */
  public void enable() throws StartRefused {
    try {
      LoadedClasses.weave(instrumentation, transformer);
    } catch (UnmodifiableClassException | IOException e) {
      throw new StartRefused(
          ExitCode.REFUSED,
          "a class of this JVM cannot be woven: "
              + e
              + ". What it reads from outside would escape the log. Use a supported JDK build.",
          e);
    }
    monitors.enable();
    ThreadLists.install(Interception.class.getClassLoader());
  }
}
