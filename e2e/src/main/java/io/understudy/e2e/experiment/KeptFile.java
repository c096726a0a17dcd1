package io.understudy.e2e.experiment;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Function;

/**
 * A JSON file with what a program has measured so far, so that a broken-off one goes on where it
 * stopped. It belongs to one build and plan: results of another are not mixed in.
 *
 * @param file where it lies
 * @param type what it holds
 * @param fingerprint tells which build and plan a content belongs to
 */
public record KeptFile<T>(Path file, Class<T> type, Function<T, String> fingerprint) {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  /** What it holds of this build and plan; a missing, torn or foreign file holds nothing. */
  public Optional<T> of(String wanted) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      T content = JSON.readValue(file.toFile(), type);
      return Optional.of(content).filter(c -> wanted.equals(fingerprint.apply(c)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Replaces the content as a whole: whoever reads it finds the old one or the new one. */
  public void write(T content) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    JSON.writeValue(fresh.toFile(), content);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
