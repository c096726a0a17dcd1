package io.understudy.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import io.understudy.testkit.Jdk;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images of the JDK that nobody proved when the agent was built: linked here, by jlink. */
class UnknownBuildIT {
  private static final String MODULES =
      "java.base,java.instrument,java.logging,jdk.unsupported,jdk.net,java.management";

  @TempDir Path directory;

  @Test
  void anImageOfFewModulesIsCountedAtStartAndProven() throws Exception {
    Path image = directory.resolve("image");
    tool("jlink", "--add-modules", MODULES, "--output", image.toString());

    Ended result = run(image);
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.err()).contains("ready after").contains("recorded");
  }

  @Test
  void aNativeWithoutARuleIsRefusedByName() throws Exception {
    Path source = Files.createDirectories(directory.resolve("strange/strange"));
    Path module = directory.resolve("strange/module-info.java");
    Path type = source.resolve("Clock.java");
    Files.writeString(module, "module strange {}");
    Files.writeString(type, "package strange; class Clock { static native long now(); }");
    Path classes = directory.resolve("classes");
    tool("javac", "-d", classes.toString(), module.toString(), type.toString());
    Path image = directory.resolve("image");
    String modules = MODULES + ",strange";
    String path = Jdk.running().home().resolve("jmods") + ":" + classes;
    tool("jlink", "-p", path, "--add-modules", modules, "--output", image.toString());

    Ended result = run(image);
    assertThat(result.exit()).as(result.err()).isEqualTo(78);
    assertThat(result.err())
        .contains("refusing to start: strange/Clock#now()J of module strange has no rule");
    assertThat(result.out()).isEmpty();
  }

  private Ended run(Path image) throws Exception {
    Path program = directory.resolve("Hello.java");
    Files.writeString(
        program, "class Hello { public static void main(String[] a) { System.out.println(1); } }");
    Path classes = directory.resolve("program");
    tool("javac", "-d", classes.toString(), program.toString());
    return Product.agent(directory.resolve("run"), "role=record,journal=j")
        .jdk(new Jdk(Jdk.running().version(), image))
        .arguments("-cp", classes.toString(), "Hello")
        .run("image");
  }

  private static void tool(String name, String... arguments) {
    StringWriter said = new StringWriter();
    PrintWriter to = new PrintWriter(said, true);
    List<String> all = new ArrayList<>(List.of(arguments));
    int exit = ToolProvider.findFirst(name).orElseThrow().run(to, to, all.toArray(new String[0]));
    assertThat(exit).as("%s says: %s", name, said).isZero();
  }
}
