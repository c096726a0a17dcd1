package io.understudy.e2e.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The mini programs: one per primitive, each ends with a hash of what its threads saw. */
public record Programs(Path classes, List<Program> all) {
  /** A line of the index. */
  public record Program(String name, List<String> arguments, int exit) {
    @Override
    public String toString() {
      return name;
    }

    /** The program's arguments with another seed, which comes first. */
    public String[] withSeed(int seed) {
      List<String> changed = new ArrayList<>(arguments);
      changed.set(0, String.valueOf(seed));
      changed.add(0, name);
      return changed.toArray(String[]::new);
    }
  }

  private static final Path SOURCES = Path.of("src", "programs");

  /** Compiles all programs with the JDK under test. */
  static Programs compile(Path classes) {
    compile(SOURCES, classes);
    return new Programs(classes.toAbsolutePath(), index());
  }

  /** Compiles the programs of a directory with the JDK under test. */
  public static void compile(Path sources, Path classes) {
    compile(sources, classes, 17);
  }

  /**
   * As the other.
   *
   * @param release of the language and the class library
   */
  static void compile(Path sources, Path classes, int release) {
    try (Stream<Path> files = Files.list(sources)) {
      List<String> arguments =
          new ArrayList<>(List.of("--release", "" + release, "-d", "" + classes));
      files.filter(f -> f.toString().endsWith(".java")).map(Path::toString).forEach(arguments::add);
      int failed =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, arguments.toArray(String[]::new));
      if (failed != 0) {
        throw new IllegalStateException("the programs of " + sources + " do not compile");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Program> index() {
    try {
      return Files.readAllLines(SOURCES.resolve("INDEX")).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(c -> new Program(c[0], List.of(c[1].split(" ")), Integer.parseInt(c[2])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
