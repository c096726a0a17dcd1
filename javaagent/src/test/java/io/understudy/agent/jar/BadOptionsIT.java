package io.understudy.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Options that contradict each other or are missing: exit code 64, and the line says what to do.
 */
class BadOptionsIT {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "role=record; option journal is missing; Add journal=DIR",
        "role=replay; a replay reads the log from there; Add journal=DIR",
        "role=primary,journal=j; no backup could ever join this primary; Add listen=HOST:PORT",
        "role=backup,journal=j; a backup follows the log of a primary; Add peer=HOST:PORT",
        "role=primry,journal=j; \"primry\"; role=primary|backup|auto|record|replay|off",
        "role=record,journal=j,peer=127.0.0.1:9; contradicts role=record; Remove it",
        "role=record,journal=j,batch=0; \"0\"; Write batch=1..1024",
        "role=backup,journal=j,peer=127.0.0.1:9,wait=long; \"long\"; Write wait=1..86400",
        "role=record,journal; it has no \"=\"; Write option=value",
        "role=record,role=replay,journal=j; is given twice; Remove one",
        "role=backup,journal=j,peer=10.1.2.3:5; is not on loopback; insecure=true",
        "role=record,journal=j,config=absent.conf; cannot be read; Correct the path",
      })
  void isRefused(String options, String what, String remedy) throws Exception {
    Ended ended =
        Product.agent(directory, options).arguments("-cp", ".", "NeverReached").run("start");
    assertThat(ended.exit()).as(ended.err()).isEqualTo(64);
    assertThat(ended.err())
        .startsWith("[understudy] ")
        .contains(what, remedy)
        .doesNotContain("NeverReached");
    assertThat(directory.resolve("j")).doesNotExist();
  }
}
