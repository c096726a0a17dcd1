package io.understudy.e2e.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The wall clock of one host, which can be set: its processes see that at once. A namespace cannot
 * have a wall clock of its own, so it is done by a library that is loaded into them ({@code
 * wall-clock.c}). Their monotonic clocks go on.
 */
public final class WallClock {
  private static final String FILE = "wall-clock";
  private static final String SOURCE = "wall-clock.c";
  private static final String LIBRARY = "wall-clock.so";

  private WallClock() {}

  /** The host, with a wall clock of its own, which is right at first. */
  public static Host with(Host host) throws IOException {
    Files.createDirectories(host.directory());
    set(host, 0);
    Path library = host.directory().resolve(LIBRARY);
    Command.of("gcc", "-O2", "-shared", "-fPIC", "-o", "" + library, "-x", "c", "-", "-ldl")
        .run(source());
    return new Host(
        host.name(),
        host.directory(),
        host.mountPoint(),
        Map.of(
            "LD_PRELOAD",
            host.mountPoint().resolve(LIBRARY).toString(),
            "WALL_CLOCK",
            host.mountPoint().resolve(FILE).toString()));
  }

  /**
   * Sees to it that a process goes by its host's clock.
   *
   * @throws LabException if it does not
   */
  public static void require(LabProcess process) {
    try {
      String mapped = Files.readString(Path.of("/proc", "" + process.process().pid(), "maps"));
      if (!mapped.contains(LIBRARY) || !mapped.contains("/" + FILE + "\n")) {
        throw new LabException(process.name() + " does not go by its host's clock");
      }
    } catch (IOException e) {
      throw new LabException("cannot see the clock of " + process.name(), e);
    }
  }

  private static String source() throws IOException {
    try (InputStream source = WallClock.class.getResourceAsStream(SOURCE)) {
      return new String(source.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Sets it to the true time and so many seconds. */
  public static void set(Host host, long seconds) {
    try (RandomAccessFile file =
        new RandomAccessFile(host.directory().resolve(FILE).toFile(), "rw")) {
      file.write(
          ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder()).putLong(seconds).array());
    } catch (IOException e) {
      throw new LabException("cannot set the clock of " + host.name() + ": " + e.getMessage(), e);
    }
  }
}
