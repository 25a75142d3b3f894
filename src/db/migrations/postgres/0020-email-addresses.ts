import { type Kysely, sql } from 'kysely'

/** Moves the index of email addresses to its own table, so that accounts can be distributed by id. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table "emailAddresses" (
    "emailKey" text collate "C" not null primary key,
    "userId" text collate "C" not null,
    constraint "emailAddressesUser" foreign key ("userId") references "users" ("id") on delete cascade
      deferrable initially deferred
  )`.execute(db)
  // For deleting the address of a deleted user.
  await sql`create index "emailAddressesByUser" on "emailAddresses" ("userId")`.execute(db)
  // Nodes of the previous release only write the address as a column of the account.
  await sql`create function "takeEmailAddress"() returns trigger language plpgsql as $$
    begin
      insert into "emailAddresses" ("emailKey", "userId") values (new."emailKey", new."id") on conflict do nothing;
      return null;
    end $$`.execute(db)
  await sql`create trigger "taken" after insert on "users" for each row execute function "takeEmailAddress"()`.execute(
    db,
  )
  await sql`insert into "emailAddresses" ("emailKey", "userId") select "emailKey", "id" from "users"`.execute(
    db,
  )
}
