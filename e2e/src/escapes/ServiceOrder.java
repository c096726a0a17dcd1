import java.nio.file.spi.FileSystemProvider;
import java.security.Security;
import java.util.Arrays;
import java.util.ServiceLoader;

/** The order of service providers and security providers. */
public final class ServiceOrder {

  public static void main(String[] args) throws Exception {
    System.out.println(Arrays.toString(Security.getProviders()));
    System.out.println(
        ServiceLoader.load(FileSystemProvider.class).stream()
            .map(s -> s.type().getName())
            .toList());
  }
}
