import io.github.wininet4j.BackEnd;
import io.github.wininet4j.client.Response;
import io.github.wininet4j.client.Session;
import java.io.IOException;
import java.nio.file.Path;

/** What is to be tested: saves pages, and goes once more to a server that has broken a connection. */
final class Downloader {
    private final BackEnd wininet;

    Downloader(BackEnd wininet) {
        this.wininet = wininet;
    }

    void save(String url, Path file) throws IOException {
        try (Session session = Session.open(wininet, "downloader/1.0")) {
            try {
                save(session, url, file);
            } catch (IOException e) {
                save(session, url, file);
            }
        }
    }

    private static void save(Session session, String url, Path file) throws IOException {
        try (Response response = session.get(url).send()) {
            response.saveTo(file);
        }
    }
}
