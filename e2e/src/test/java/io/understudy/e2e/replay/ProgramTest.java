package io.understudy.e2e.replay;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A test that runs mini programs, which are compiled once, in a directory of its own. */
abstract class ProgramTest {
  @TempDir private static Path classes;
  static Programs programs;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    programs = Programs.compile(classes);
  }
}
