package io.understudy.weaver.swap;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;

/** Loads a second copy of the test's classes, as an application that the agent may weave. */
final class AppLoader {
  private AppLoader() {}

  static Class<?> load(Class<?> type) throws ReflectiveOperationException, MalformedURLException {
    String[] path = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    URL[] urls = new URL[path.length];
    for (int i = 0; i < path.length; i++) {
      urls[i] = new File(path[i]).toURI().toURL();
    }
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader()).loadClass(type.getName());
  }
}
