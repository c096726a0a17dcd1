import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;

/** Two watch services, each with a thread that changes files: events are input. */
public final class Watching {
  public static void main(String[] args) throws Exception {
    Seen.threads(2, Watching::watch).print();
  }

  private static void watch(int index, Seen seen) throws Exception {
    Path directory = Files.createDirectory(Path.of("watched" + index).toAbsolutePath());
    try (WatchService service = directory.getFileSystem().newWatchService()) {
      directory.register(
          service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
      Thread changes = new Thread(() -> change(directory));
      changes.start();
      int events = 0;
      while (events < 20) {
        WatchKey key = service.poll(5, TimeUnit.SECONDS);
        if (key == null) {
          seen.add("none");
          break;
        }
        for (WatchEvent<?> event : key.pollEvents()) {
          seen.add(event.kind().name()).add(event.context()).add(event.count());
          events++;
        }
        seen.add(System.nanoTime()).add(key.reset());
      }
      changes.join();
    }
    Files.delete(directory);
  }

  private static void change(Path directory) {
    try {
      for (int i = 0; i < 10; i++) {
        Path file = directory.resolve("f" + i);
        Files.write(file, new byte[i]);
        Thread.sleep(i % 3);
        Files.delete(file);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
