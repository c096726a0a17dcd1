package io.understudy.e2e.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.e2e.experiment.Availability;
import io.understudy.e2e.experiment.Results;
import io.understudy.e2e.experiment.Series;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {
  private static final Series NONE = new Series(Availability.NONE, false, 17);
  private static final Series ACTIVE = new Series(Availability.ACTIVE, true, 17);
  private final Findings findings =
      new Findings(
          List.of(
              Results.run(NONE, 10, 1, 40, 60, -1),
              Results.run(NONE, 20, 1, 40, 60, -1),
              Results.run(ACTIVE, 10, 1, 0, 1, 6.5),
              Results.run(ACTIVE, 20, 1, 0, 0, 7.5)));

  @TempDir private Path directory;

  @Test
  void drawsTheFigure() throws IOException {
    Figure figure = new Figure(findings);
    figure.writeSvg(directory.resolve("figure2.svg"));
    figure.writePng(directory.resolve("figure2.png"));

    BufferedImage image = ImageIO.read(directory.resolve("figure2.png").toFile());
    assertThat(image.getWidth()).isGreaterThan(900);
    assertThat(image.getRGB(0, 0)).isEqualTo(0xffffffff);
    assertThat(Files.readString(directory.resolve("figure2.svg")))
        .startsWith("<?xml")
        .contains("<svg");
  }

  @Test
  void writesALineForEachRun() throws IOException {
    Path file = directory.resolve("figure2.csv");
    DataFiles.writeCsv(findings, file);

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).startsWith("case,retransmission,jdk,rate").contains("gap_ms");
    assertThat(lines.get(3)).startsWith("iii,true,17,10,1,1,false").contains(",6.5,");
    assertThat(lines).allMatch(line -> line.split(",", -1).length == 21);
  }

  @Test
  void writesEverythingAsJson() throws IOException {
    Path file = directory.resolve("figure2.json");
    DataFiles.writeJson(findings, file);

    JsonNode root = new ObjectMapper().readTree(file.toFile());
    assertThat(root.get("runs")).hasSize(4);
    assertThat(root.get("series").get(1).get("points").get(0).get("lost").asInt()).isEqualTo(1);
    assertThat(root.get("met").asBoolean()).isFalse();
  }
}
