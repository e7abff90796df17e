/** The advisory lock of whoever changes the tables; a back-up shares it. SQL. */
export const migrationLock = `hashtext('glossator migration')`;
