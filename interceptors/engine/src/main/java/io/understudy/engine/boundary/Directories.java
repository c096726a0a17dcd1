package io.understudy.engine.boundary;

import io.understudy.engine.turn.Turn;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Directories as managed threads see them: read at once by {@link File#list}, whose names and their
 * order are the primary's; a file system tells them in an order of its own.
 */
public final class Directories {
  private Directories() {}

  /**
   * Entry of {@code UnixFileSystemProvider.newDirectoryStream}.
   *
   * @return null: the caller is not managed, or this is no directory: the JDK says so better
   */
  public static Object[] open(
      Object provider, Path directory, DirectoryStream.Filter<? super Path> filter) {
    if (Turn.current() == null || directory == null || filter == null) {
      return null;
    }
    String[] names = directory.toFile().list();
    return names == null || isGarbled(names)
        ? null
        : new Object[] {new Listing(directory, names, filter)};
  }

  /** A name that the JDK's encoding cannot hold: only the JDK's own stream gets it right. */
  private static boolean isGarbled(String[] names) {
    for (String name : names) {
      if (name.indexOf('\uFFFD') >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Entry of {@code UnixFileSystemProvider.copy}: the JDK copies in one native, which must not
   * happen between a file that only the primary has and another.
   *
   * @return true: copied
   */
  public static boolean copy(Object provider, Path from, Path to, CopyOption[] options)
      throws IOException {
    if (Turn.current() == null || from == null || to == null || options == null) {
      return false;
    }
    if (!FilePolicy.isPrimarys(from.toString()) && !FilePolicy.isPrimarys(to.toString())) {
      return false;
    }
    boolean replaces = false;
    for (CopyOption option : options) {
      if (option != StandardCopyOption.REPLACE_EXISTING) {
        return false; // ends in a native that is refused by name
      }
      replaces = true;
    }
    if (Files.isDirectory(from)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(from)) {
      if (replaces) {
        Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.copy(in, to);
      }
    }
    return true;
  }

  private static final class Listing implements DirectoryStream<Path> {
    private final List<Path> paths = new ArrayList<>();
    private IOException failure;
    private boolean given;

    Listing(Path directory, String[] names, DirectoryStream.Filter<? super Path> filter) {
      for (String name : names) {
        Path path = directory.resolve(name);
        try {
          if (filter.accept(path)) {
            paths.add(path);
          }
        } catch (IOException e) {
          failure = e;
          return;
        }
      }
    }

    @Override
    public Iterator<Path> iterator() {
      if (given) {
        throw new IllegalStateException("the directory stream was closed, or iterated before");
      }
      given = true;
      if (failure != null) {
        throw new DirectoryIteratorException(failure);
      }
      return paths.iterator();
    }

    @Override
    public void close() {
      given = true;
    }
  }
}
