package io.understudy.engine.boundary;

/** Absolute paths without empty, "." and ".." parts; symbolic links are not followed. */
final class Paths {
  private Paths() {}

  static String absolute(String directory, String path) {
    String all = path.startsWith("/") ? path : directory + "/" + path;
    return isPlain(all) ? all : normal(all);
  }

  private static boolean isPlain(String path) {
    return !path.contains("//")
        && !path.contains("/.")
        && (path.length() == 1 || !path.endsWith("/"));
  }

  private static String normal(String path) {
    StringBuilder b = new StringBuilder(path.length());
    int from = 0;
    while (from < path.length()) {
      int to = path.indexOf('/', from);
      if (to < 0) {
        to = path.length();
      }
      String part = path.substring(from, to);
      if (part.equals("..")) {
        b.setLength(Math.max(0, b.lastIndexOf("/")));
      } else if (!part.isEmpty() && !part.equals(".")) {
        b.append('/').append(part);
      }
      from = to + 1;
    }
    return b.length() == 0 ? "/" : b.toString();
  }
}
