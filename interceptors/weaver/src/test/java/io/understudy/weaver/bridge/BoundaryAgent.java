package io.understudy.weaver.bridge;

import io.understudy.engine.boundary.Boundary;
import io.understudy.engine.boundary.Configuration;
import io.understudy.engine.diverge.Divergence;
import io.understudy.engine.diverge.DivergenceReport;
import io.understudy.engine.hook.HiddenClasses;
import io.understudy.engine.hook.Seeds;
import io.understudy.engine.log.Log;
import io.understudy.engine.log.LogReader;
import io.understudy.engine.log.LogSink;
import io.understudy.engine.log.LogSource;
import io.understudy.engine.log.LogWriter;
import io.understudy.engine.turn.EngineListener;
import io.understudy.engine.turn.GuardedSink;
import io.understudy.engine.turn.Mode;
import io.understudy.engine.turn.Promotion;
import io.understudy.engine.turn.Turn;
import io.understudy.weaver.cache.KeptClasses;
import io.understudy.weaver.swap.LoadedClasses;
import io.understudy.weaver.swap.SiteTransformer;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The smallest agent: the main thread alone is managed, the log is a file. Arguments: record,
 * replay or offline; the file; what the server gets.
 */
public final class BoundaryAgent {
  private static final long LIMIT_SECONDS = 60;

  private static Instrumentation instrumentation;

  private BoundaryAgent() {}

  public static void premain(String arguments, Instrumentation given) {
    instrumentation = given;
  }

  public static void main(String[] args) throws Exception {
    BoundaryInstaller.Installed installed = BoundaryInstaller.install(instrumentation);
    SiteTransformer transformer =
        new SiteTransformer(
            installed.rules(),
            (name, cause) -> System.err.println("! " + name),
            KeptClasses.none());
    HiddenClasses.install(transformer);
    LoadedClasses.weave(instrumentation, transformer);
    Seeds.install(new long[] {1, 2, 3, 4});
    Class<?> server = serverClass();
    Path file = Path.of(args[1]);
    boolean record = args[0].equals("record");
    Listener listener = new Listener(file, record);
    if (record) {
      Log.record(new LogWriter(new GuardedSink(listener), 0));
    } else {
      Boundary.offline(args[0].equals("offline"));
      Log.replay(new LogReader(new FileSource(file), listener));
    }
    limitTime();
    Turn.begin(Thread.currentThread(), record ? Mode.RECORD : Mode.REPLAY, listener);
    Configuration.settle();
    try {
      server.getMethod("main", String[].class).invoke(null, (Object) new String[] {args[2]});
    } catch (InvocationTargetException e) {
      e.getCause().printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  /** A server that hangs fails its test. */
  private static void limitTime() {
    Thread t =
        new Thread(
            () -> {
              LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(LIMIT_SECONDS));
              System.err.println("no end after " + LIMIT_SECONDS + " s");
              Runtime.getRuntime().halt(99);
            },
            "limit");
    t.setDaemon(true);
    t.start();
  }

  /** In a loader of its own, as an application's class, which is woven. */
  private static Class<?> serverClass() throws Exception {
    String[] path = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    URL[] urls = new URL[path.length];
    for (int i = 0; i < path.length; i++) {
      urls[i] = new File(path[i]).toURI().toURL();
    }
    ClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    return Class.forName(EchoServer.class.getName(), true, loader);
  }

  /** The whole file as one chunk. */
  private static final class FileSource implements LogSource {
    private Chunk chunk;

    FileSource(Path file) throws IOException {
      byte[] data = Files.readAllBytes(file);
      chunk = new Chunk(data, 0, data.length, 0);
    }

    @Override
    public Chunk take() {
      Chunk c = chunk;
      chunk = null;
      return c;
    }
  }

  private static final class Listener implements EngineListener, LogSink, LogReader.Listener {
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Path file;
    private final boolean record;

    Listener(Path file, boolean record) {
      this.file = file;
      this.record = record;
    }

    @Override
    public void append(byte[] data, int from, int to, long position, boolean urgent) {
      log.write(data, from, to - from);
    }

    @Override
    public boolean hasRoom() {
      return true;
    }

    @Override
    public void ended() {
      Promotion.goLive();
    }

    @Override
    public void mismatch(String expected, String got) {
      Divergence.report(expected, got);
    }

    @Override
    public LogSink ended(long position) {
      System.err.println("the log ended early, at " + position);
      Runtime.getRuntime().halt(1);
      return null;
    }

    @Override
    public void live(long position, long sinceNanos, int connections) {}

    @Override
    public void diverged(DivergenceReport report) {
      System.err.println(report.text);
      Runtime.getRuntime().halt(70);
    }

    @Override
    public void abandoned(String reason) {
      System.err.println("abandoned: " + reason);
    }

    @Override
    public void exiting(int status, boolean managed) {
      if (!managed) {
        return;
      }
      System.err.println("records " + Log.records() + " soft " + Boundary.softMismatches());
      try {
        if (record) {
          Files.write(file, log.toByteArray());
        }
      } catch (IOException e) {
        System.err.println("the log cannot be written: " + e);
      }
    }

    @Override
    public void unmanagedThread(String description) {}
  }
}
