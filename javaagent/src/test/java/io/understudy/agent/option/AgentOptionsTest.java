package io.understudy.agent.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.understudy.agent.ExitCode;
import io.understudy.agent.StartRefused;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentOptionsTest {
  @TempDir Path directory;
  private final Properties properties = new Properties();
  private File environ;

  @BeforeEach
  void emptyEnvironment() throws IOException {
    environ = environment("");
  }

  private File environment(String text) throws IOException {
    return Files.writeString(directory.resolve("environ"), text).toFile();
  }

  private AgentOptions resolve(String arguments) throws StartRefused {
    return AgentOptions.resolve(arguments, properties, environ);
  }

  private String refusal(String arguments) {
    StartRefused refused = catchThrowableOfType(StartRefused.class, () -> resolve(arguments));
    assertThat(refused).as("refusal of %s", arguments).isNotNull();
    assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
    return refused.getMessage();
  }

  @Test
  void readsAPrimary() throws StartRefused {
    AgentOptions options =
        resolve("role=primary,listen=127.0.0.1:5070,journal=log,netctl=/run/n.sock,commit=none");
    assertThat(options)
        .isEqualTo(
            new AgentOptions(
                Role.PRIMARY,
                new Endpoint("127.0.0.1", 5070),
                null,
                60,
                "log",
                "/run/n.sock",
                Commit.NONE,
                false,
                "node",
                "understudy",
                32,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                false,
                Long.MAX_VALUE));
  }

  @Test
  void argumentsWinOverPropertiesOverEnvironmentOverFile() throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("understudy.conf"),
            "# of this node\n\nrole = replay\njournal=file\nname=file\ncluster=file\nbatch=7\n");
    environ =
        environment(
            "PATH=/bin\0UNDERSTUDY_ROLE=replay\0UNDERSTUDY_NAME=env\0UNDERSTUDY_CLUSTER=env\0");
    properties.setProperty("understudy.name", "property");
    properties.setProperty("understudy.role", "replay");
    AgentOptions options = resolve("role=record,config=" + file);
    assertThat(options.role()).isEqualTo(Role.RECORD);
    assertThat(options.name()).isEqualTo("property");
    assertThat(options.cluster()).isEqualTo("env");
    assertThat(options.journal()).isEqualTo("file");
    assertThat(options.batch()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({"jurnal,journal=DIR", "rolle,role=primary", "peers,peer=HOST:PORT", "Role,role="})
  void namesTheNearestOfAnUnknownOption(String wrong, String nearest) {
    assertThat(refusal("role=record,journal=j," + wrong + "=x"))
        .contains("agent argument " + wrong + " is not an option")
        .contains("Did you mean " + nearest);
  }

  @Test
  void refusesUnknownOptionsOfEverySource() throws Exception {
    properties.setProperty("understudy.jurnal", "x");
    assertThat(refusal("role=record,journal=j")).contains("system property understudy.jurnal");
    properties.clear();
    environ = environment("UNDERSTUDY_JURNAL=x\0");
    assertThat(refusal("role=record,journal=j")).contains("variable UNDERSTUDY_JURNAL");
    environ = environment("");
    Path file = Files.writeString(directory.resolve("c"), "\njurnal=x\n");
    assertThat(refusal("role=record,config=" + file)).contains("c line 2 (jurnal)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "journal=j|option role is missing",
        "role=primary,journal=j|option listen is missing",
        "role=backup,journal=j|option peer is missing",
        "role=record|option journal is missing",
        "role=replay|option journal is missing",
        "role=record,journal=j,peer=localhost:1|peer contradicts role=record",
        "role=primary,listen=localhost:1,journal=j,peer=localhost:2|peer contradicts role=primary",
        "role=replay,journal=j,commit=none|commit contradicts role=replay",
        "role=second,journal=j|has the value \"second\"",
        "role=primary,listen=localhost,journal=j|has the value \"localhost\"",
        "role=primary,listen=localhost:0,journal=j|has the value \"localhost:0\"",
        "role=record,journal=|has the value \"\"",
        "role=record,journal=j,batch=0|batch has the value \"0\"",
        "role=primary,listen=localhost:1,journal=j,commit=disk|commit has the value \"disk\"",
        "role=primary,listen=localhost:1,journal=j,insecure=yes|insecure has the value \"yes\"",
        "role=record,role=record,journal=j|role is given twice",
        "role=record,journal|\"journal\" is not understood",
        "role=record,config=/nowhere/understudy.conf|/nowhere/understudy.conf, which cannot be read",
        "role=backup,peer=192.0.2.1:5070,journal=j|not on loopback",
        "role=primary,listen=0.0.0.0:5070,journal=j|not on loopback"
      })
  void refuses(String arguments, String message) {
    assertThat(refusal(arguments)).contains(message);
  }

  @Test
  void cleartextElsewhereNeedsInsecure() throws StartRefused {
    AgentOptions options = resolve("role=backup,peer=192.0.2.1:5070,journal=j,insecure=true");
    assertThat(options.peer()).isEqualTo(new Endpoint("192.0.2.1", 5070));
    assertThat(options.insecure()).isTrue();
  }

  @Test
  void offNeedsNothingElse() throws StartRefused {
    properties.setProperty("understudy.peer", "nonsense");
    assertThat(resolve("role=off").role()).isEqualTo(Role.OFF);
  }
}
