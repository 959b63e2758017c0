package io.github.wininet4j.testing;

import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Keeps the data of engines that tests open with the default configuration away from the user's. */
public final class TestDirectory implements LauncherSessionListener {
    private static final String PROPERTY = "wininet4j.directory";

    private Path folder;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty(PROPERTY) == null) {
            folder = Folders.make("session");
            System.setProperty(PROPERTY, folder.toString());
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (folder != null) {
            System.clearProperty(PROPERTY);
            Folders.delete(folder);
        }
    }
}
