package io.understudy.e2e.faults;

import io.understudy.e2e.experiment.Jdk;
import io.understudy.e2e.experiment.Progress;
import io.understudy.e2e.experiment.Workshop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Plays rows of the matrix once. Runs inside an enclosure. Arguments: the rows. */
public final class FaultsProbe {
  private FaultsProbe() {}

  /** Prints one row a line, and whether it was as expected. */
  public static void main(String[] arguments) throws IOException {
    Jdk jdk = Jdk.ofThisJvm();
    Workshop workshop =
        new Workshop(Path.of("..").toAbsolutePath().normalize(), Map.of(jdk.feature(), jdk));
    List<String> names = List.of(arguments);
    List<FaultRow> rows =
        FaultRow.all().stream().filter(row -> names.contains(row.name())).toList();
    FaultResults results = new FaultResults(Path.of("unused"), "test", jdk, 20, false);
    new FaultMatrix(workshop, results, "", Lane.ONLY, new Progress(System.out))
        .once(rows, System.nanoTime())
        .forEach(result -> System.out.println(result.row() + " met " + result.met()));
  }
}
