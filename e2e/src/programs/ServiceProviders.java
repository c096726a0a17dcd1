import java.lang.reflect.Proxy;
import java.nio.file.spi.FileSystemProvider;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Security;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.spi.ToolProvider;

/**
 * What the JDK finds by maps that it filled before {@code main}, keyed by plain objects: services
 * of modules, security providers, proxy classes. Fails if one is not found.
 */
public final class ServiceProviders {
  public static void main(String[] args) throws Exception {
    Seen.threads(
            3,
            (index, seen) -> {
              for (Provider provider : Security.getProviders()) {
                seen.add(provider.getName());
              }
              seen.add(KeyFactory.getInstance("EC").getProvider().getName());
              for (FileSystemProvider found : FileSystemProvider.installedProviders()) {
                seen.add(found.getScheme());
              }
              seen.add(ServiceLoader.load(ToolProvider.class).stream().count());
              Object proxy =
                  Proxy.newProxyInstance(
                      ServiceProviders.class.getClassLoader(),
                      new Class<?>[] {Callable.class},
                      (self, method, arguments) -> index);
              seen.add(((Callable<?>) proxy).call()).add(proxy.getClass());
            })
        .print();
    if (Security.getProvider("SunEC") == null
        || ServiceLoader.load(ToolProvider.class).findFirst().isEmpty()) {
      System.exit(1);
    }
  }
}
