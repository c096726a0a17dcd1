package io.understudy.e2e.guest;

import io.understudy.e2e.experiment.ServerCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * What the guests need on disk: their compiled classes, the balancer's configuration, a key store.
 *
 * @param directory where they are written
 */
record GuestFiles(Path directory) {
  private static final Path SERVERS = Path.of("src", "servers");
  private static final Path JARS = Path.of("target", "guests").toAbsolutePath();
  private static final String PASSWORD = "changeit";

  /** The guest's command, with {@code @AGENT@}, {@code @VIP@} and {@code @PORT@} to fill in. */
  String command(Guest guest) {
    String program =
        guest
            .program()
            .replace("@KEYS@", keys().toString())
            .replace("@PASSWORD@", PASSWORD)
            .replace("@FILES@", directory.toString());
    String log = guest.hasCluster() ? " -DlogConfigFile=" + directory + "/lb-log4j.xml" : "";
    return "java @AGENT@" + log + " -cp " + classPath(guest) + " " + program;
  }

  /** As {@link #command}, for the lab. */
  ServerCommand server(Guest guest) {
    return new ServerCommand(command(guest), Path.of("").toAbsolutePath());
  }

  /** Writes the balancer's configuration with these addresses in it. */
  void configure(Map<String, String> service) throws IOException {
    for (String name : List.of("lb-configuration.xml", "lb-log4j.xml")) {
      String text = Files.readString(SERVERS.resolve("balancer").resolve(name));
      for (var place : service.entrySet()) {
        text = text.replace(place.getKey(), place.getValue());
      }
      Files.writeString(directory.resolve(name), text);
    }
  }

  private String classPath(Guest guest) {
    List<String> path = new ArrayList<>();
    if (!guest.sources().isEmpty()) {
      path.add(compile(guest).toString());
    }
    path.addAll(jars(guest));
    return String.join(":", path);
  }

  private static List<String> jars(Guest guest) {
    if (guest.jars().isEmpty()) {
      return List.of();
    }
    try (Stream<Path> jars = Files.list(JARS.resolve(guest.jars()))) {
      return jars.map(Path::toString).sorted().collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException("the guest's jars are not there; Maven copies them", e);
    }
  }

  private Path compile(Guest guest) {
    Path classes = directory.resolve("classes-" + guest.jars());
    if (Files.exists(classes)) {
      return classes;
    }
    List<String> words = new ArrayList<>(List.of("--release", "17", "-d", "" + classes));
    words.addAll(List.of("-cp", String.join(":", jars(guest))));
    for (String folder : guest.sources()) {
      try (Stream<Path> files = Files.list(SERVERS.resolve(folder))) {
        files.map(Path::toString).forEach(words::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    String[] javac = words.toArray(String[]::new);
    if (ToolProvider.getSystemJavaCompiler().run(null, null, null, javac) != 0) {
      throw new IllegalStateException(guest + " does not compile");
    }
    return classes;
  }

  private Path keys() {
    Path file = directory.resolve("keys.p12");
    if (Files.exists(file)) {
      return file;
    }
    String keytool = System.getProperty("java.home") + "/bin/keytool";
    List<String> words = new ArrayList<>(List.of(keytool, "-genkeypair", "-alias", "guest"));
    words.addAll(List.of("-keystore", file.toString(), "-storetype", "PKCS12"));
    words.addAll(List.of("-storepass", PASSWORD, "-keyalg", "RSA", "-keysize", "2048"));
    words.addAll(List.of("-dname", "CN=guest", "-ext", "san=ip:127.0.7.1,ip:10.77.0.100"));
    try {
      if (new ProcessBuilder(words).inheritIO().redirectError(Redirect.DISCARD).start().waitFor()
          != 0) {
        throw new IllegalStateException("keytool failed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return file;
  }
}
