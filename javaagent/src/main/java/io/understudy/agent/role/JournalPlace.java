package io.understudy.agent.role;

import io.understudy.agent.ExitCode;
import io.understudy.agent.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The journal's directory, tried before anything is started that would have to be undone. */
final class JournalPlace {
  private JournalPlace() {}

  /**
   * Makes the directory if it is absent, and writes and deletes a file in it.
   *
   * @throws StartRefused with {@link ExitCode#CANNOT_WRITE}
   */
  static void require(Path journal) throws StartRefused {
    try {
      Files.createDirectories(journal);
      // not createTempFile: it would initialise SecureRandom, which the server must find untouched
      Path probe = journal.resolve(".writable");
      Files.deleteIfExists(probe);
      Files.delete(Files.createFile(probe));
    } catch (IOException e) {
      throw refused(journal, e);
    }
  }

  static StartRefused refused(Path journal, IOException cause) {
    return new StartRefused(
        ExitCode.CANNOT_WRITE,
        "the journal in "
            + journal.toAbsolutePath()
            + " cannot be opened: "
            + cause
            + ". Without it nothing can be replayed and no backup can join."
            + " Check the directory, its owner and the free space.",
        cause);
  }
}
