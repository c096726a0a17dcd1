package io.understudy.link.journal.cli;

import io.understudy.link.journal.JournalException;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** What a command says, and returns, when a journal cannot be read. */
final class Trouble {
  private Trouble() {}

  /** Does the work; a failure becomes a line on the error stream and an exit code. */
  static int report(CommandSpec spec, Callable<Integer> work) {
    try {
      return work.call();
    } catch (JournalException | UnreadableRecordException e) {
      say(spec, e.getMessage());
    } catch (UnknownRecordsException e) {
      say(spec, "records cannot be told apart: " + e.getMessage());
    } catch (IOException e) {
      say(spec, "the journal cannot be read: " + e + "; check the directory and its permissions");
    } catch (Exception e) {
      say(spec, "the journal cannot be read: " + e);
    }
    return JournalCommand.DAMAGED;
  }

  static void say(CommandSpec spec, String text) {
    spec.commandLine().getErr().println(text);
    spec.commandLine().getErr().flush();
  }
}
