package io.understudy.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import io.understudy.testkit.ForkedJvm;
import io.understudy.testkit.Jdk;
import io.understudy.testkit.RunningJvm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Backups that are not the same program: each refused by the name of what differs, before its own
 * first line. The primary serves on meanwhile.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnfitBackupIT {
  private static final int DIFFERENT = 76;

  @TempDir static Path directory;
  private final int port = Product.freePort();
  private Path application;
  private RunningJvm primary;
  private Caller caller;
  private int asked;

  @BeforeAll
  void startPrimary() throws Exception {
    application = Application.jar(directory.resolve("app.jar"), "1");
    primary =
        Product.server(
                directory.resolve("primary"),
                application,
                "role=primary,journal=j,listen=127.0.0.1:" + port)
            .start("primary");
    caller = new Caller(primary);
  }

  @AfterAll
  void stopPrimary() {
    caller.close();
    primary.close();
  }

  private String options() {
    return "role=backup,journal=j,peer=127.0.0.1:" + port;
  }

  private void refused(ForkedJvm backup, String... differences) throws Exception {
    Ended ended = backup.run("backup");
    assertThat(ended.exit()).as(ended.err()).isEqualTo(DIFFERENT);
    assertThat(ended.err()).contains("the primary refuses this backup:").contains(differences);
    assertThat(ended.out()).isEmpty();
    served();
  }

  private void served() throws Exception {
    asked++;
    assertThat(caller.ask("still there?")).isEqualTo(asked + " still there?");
    assertThat(primary.isAlive()).isTrue();
  }

  @Test
  void anotherJdk() throws Exception {
    refused(
        Product.server(directory.resolve("jdk"), application, options()).jdk(Jdk.other()),
        "jdk differs: primary ",
        ", backup " + Jdk.other().version() + ".",
        "make jdk the same on both nodes");
  }

  @Test
  void anotherApplicationJar() throws Exception {
    Path other = Application.jar(directory.resolve("other.jar"), "2");
    refused(
        Product.server(directory.resolve("application"), other, options()),
        "class path differs: primary ");
  }

  @Test
  void anotherAgentJar() throws Exception {
    Path agent = directory.resolve("understudy.jar");
    copyWithAnotherLicence(agent);
    refused(
        new ForkedJvm(directory.resolve("agent"))
            .arguments("-javaagent:" + agent + "=" + options())
            .arguments("-cp", application.toString(), Application.MAIN),
        "agent differs: primary ");
  }

  @Test
  void anotherFlagAnotherArgumentAnotherPair() throws Exception {
    refused(
        Product.agent(directory.resolve("flag"), options())
            .arguments("-Xmx333m", "-cp", application.toString(), Application.MAIN, "argument"),
        "flag -Xmx differs: primary (none)",
        "arguments differs: primary ");
    refused(
        Product.server(directory.resolve("pair"), application, options() + ",cluster=other"),
        "cluster differs: primary understudy, backup other",
        "check peer= or the cluster name");
  }

  @Test
  void oneBackupAtATimeAndTheRightOneJoins() throws Exception {
    ForkedJvm fit = Product.server(directory.resolve("fit"), application, options());
    try (RunningJvm backup = fit.start("backup")) {
      primary.await("protected: the backup follows", Duration.ofSeconds(60));
      served();
      refused(
          Product.server(directory.resolve("second"), application, options()),
          "backup differs: primary has one already",
          "one backup at a time");
      assertThat(backup.isAlive()).isTrue();
    }
    primary.await("ALARM unprotected: the backup is lost", Duration.ofSeconds(30));
    served();
  }

  /** The same classes, so that it runs; only its digest is another. */
  private static void copyWithAnotherLicence(Path to) throws Exception {
    Path made = Files.createTempFile(to.getParent(), "agent", ".jar");
    try (JarFile from = new JarFile(Product.JAR);
        JarOutputStream copy =
            new JarOutputStream(Files.newOutputStream(made), from.getManifest())) {
      for (JarEntry entry : from.stream().toList()) {
        if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
          copy.putNextEntry(new JarEntry(entry.getName()));
          from.getInputStream(entry).transferTo(copy);
          copy.closeEntry();
        }
      }
      copy.putNextEntry(new JarEntry("META-INF/licenses/another"));
      copy.write("another build".getBytes(StandardCharsets.UTF_8));
      copy.closeEntry();
    }
    Files.move(made, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
