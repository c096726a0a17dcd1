import java.io.ByteArrayOutputStream;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import java.util.logging.XMLFormatter;

/** Timestamps and thread numbers of java.util.logging. */
public final class LogTimestamps {

  public static void main(String[] args) throws Exception {
    Logger logger = Logger.getLogger("escape");
    logger.setUseParentHandlers(false);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StreamHandler handler = new StreamHandler(bytes, new XMLFormatter());
    logger.addHandler(handler);
    Crew.of(3, i -> logger.info("thread " + i));
    handler.flush();
    System.out.println(bytes);
  }
}
