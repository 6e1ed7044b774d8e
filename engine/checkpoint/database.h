// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>

struct sqlite3;
struct sqlite3_stmt;

namespace neurarium {

class Statement;

/// One SQLite file. What is committed has reached the disk. Every function throws Error: Storage when the
/// disk does not play along, DamagedFile when the file is not a sound database.
class Database {
public:
    enum class Mode { Create, ReadWrite, ReadOnly };

    /// ReadOnly never writes beside the file: what a crashed writer left half done is undone in a copy in
    /// memory.
    Database(const std::filesystem::path& path, Mode mode);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    void run(const std::string& sql);
    /// The statement must not outlive the database.
    Statement prepare(const std::string& sql) const;
    /// The bytes about to be written: what an error tells as the room needed.
    void expect(std::uint64_t bytes) { m_expected = bytes; }

private:
    friend class Statement;
    struct Close {
        void operator()(sqlite3* database) const;
    };
    using Handle = std::unique_ptr<sqlite3, Close>;

    static Handle openAt(const std::filesystem::path& path, int flags);
    void openReadOnly();
    void copyAndRecover();
    void check(int code) const;
    [[noreturn]] void fail(int code) const;

    std::filesystem::path m_path;
    Handle m_handle;
    std::uint64_t m_expected = 0;
};

/// A prepared statement. Parameters are bound in order, columns are read in order.
class Statement {
public:
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;

    Statement& bind(std::int64_t number);
    /// NaN is kept (as the text "nan"); SQLite alone would turn it into NULL.
    Statement& bind(double number);
    Statement& bind(const std::optional<double>& number);
    Statement& bind(const std::string& text);
    Statement& bind(std::span<const std::uint8_t> blob);

    /// The next row, or false at the end.
    bool next();
    /// Runs a statement that has no rows, and makes it ready for the next parameters.
    void finish();

    std::int64_t integer();
    double real();
    std::optional<double> optionalReal();
    std::string text();
    /// Valid until the next row.
    std::span<const std::uint8_t> blob();

private:
    friend class Database;
    Statement(const Database& database, sqlite3_stmt* handle);

    const Database& m_database;
    sqlite3_stmt* m_handle;
    int m_parameter = 0;
    int m_column = 0;
};

/// Rolls back unless committed.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& m_database;
    bool m_open = true;
};

} // namespace neurarium
