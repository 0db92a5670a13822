package eu.kontor.checkout.persistence;

import eu.kontor.outbox.api.News;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Files a delivery of news with one statement that takes members, numbers and notes as three arrays. */
final class NewsFiling {

    private final String statement;

    NewsFiling(String name) {
        this.statement = Sql.read(name);
    }

    void file(UnitOfWork unit, List<News> news) {
        Connection connection = unit.connection();
        try (PreparedStatement insert = connection.prepareStatement(statement)) {
            insert.setArray(1, connection.createArrayOf("bigint", array(news, told -> told.member()
                    .value())));
            insert.setArray(2, connection.createArrayOf("bigint", array(news, News::reference)));
            insert.setArray(3, connection.createArrayOf("jsonb", array(news, News::payload)));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static Object[] array(List<News> news, java.util.function.Function<News, Object> column) {
        return news.stream().map(column).toArray();
    }
}
