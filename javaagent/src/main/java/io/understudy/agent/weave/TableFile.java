package io.understudy.agent.weave;

import io.understudy.agent.ExitCode;
import io.understudy.agent.StartRefused;
import io.understudy.agent.status.Console;
import io.understudy.weaver.census.Census;
import io.understudy.weaver.census.Proof;
import io.understudy.weaver.table.NativeTable;
import io.understudy.weaver.table.TableException;
import io.understudy.weaver.table.UnclassifiedNativeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The table of natives: the product's, or the file that the option {@code table} names. A changed
 * table serves to find out what one rule is good for: the tests show by it that they would notice
 * if a rule were missing. The product's own table is {@code
 * inst/io/understudy/weaver/table/natives.tbl} in the jar.
 */
public final class TableFile {
  /** Name of the file's digest in the identity of a node. */
  public static final String IDENTITY = "table";

  private TableFile() {}

  /**
   * Reads the table, and proves that one out of a file has a rule for each native of this JDK.
   *
   * @param file null for the product's
   * @throws StartRefused if it cannot be read, or lacks a rule
   */
  public static NativeTable read(String file) throws StartRefused {
    if (file == null) {
      return NativeTable.load();
    }
    Console.line(
        "WARNING table="
            + file
            + " replaces the product's table of natives. What it leaves out is neither recorded nor"
            + " compared, so a backup may differ unseen. For diagnosis only.");
    try {
      NativeTable table = NativeTable.parse(Files.readAllLines(Path.of(file)));
      Proof.check(table, Census.take());
      return table;
    } catch (IOException e) {
      throw refused(file, "cannot be read: " + e, e);
    } catch (TableException | UnclassifiedNativeException e) {
      throw refused(file, e.getMessage(), e);
    }
  }

  private static StartRefused refused(String file, String why, Exception cause) {
    return new StartRefused(
        ExitCode.USAGE,
        "table=" + file + ": " + why + ". Correct the file, or take the option away.",
        cause);
  }
}
