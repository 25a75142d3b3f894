import { type AnyNode, type Identifier, type Literal, parse } from 'acorn'
import { addUse, declare, functionOf, namesIn, newScope, type Scope, type Use } from './scopes.ts'

/** The variables of a script. */
export interface ScriptVariables {
  readonly top: Scope
  /** The names that aren't declared, such as `document`. */
  readonly globals: ReadonlySet<string>
  /** The address that each import is from, by local name. */
  readonly imports: ReadonlyMap<string, string>
}

/** Finds the variables of a module that only imports and exports variables by their names. */
export function variablesOf(script: string): ScriptVariables {
  const top = newScope(undefined, true)
  const search = new VariableSearch()
  search.visit(parse(script, { ecmaVersion: 'latest', sourceType: 'module' }), top)
  const globals = new Set<string>()
  for (const { scope, name, ...use } of search.found.sort((a, b) => a.start - b.start)) {
    const variable = addUse(scope, name, use)
    if (!variable) globals.add(name)
    else if (search.assigned.has(use.start)) variable.isAssigned = true
  }
  return { top, globals, imports: search.imports }
}

/** A use, found before all declarations are known. */
interface FoundUse extends Use {
  readonly name: string
  readonly scope: Scope
}

type NodeOf<Type extends AnyNode['type']> = Extract<AnyNode, { type: Type }>

class VariableSearch {
  readonly found: FoundUse[] = []
  readonly imports = new Map<string, string>()
  /** Where the names of what is assigned start. */
  readonly assigned = new Set<number>()

  visit(node: AnyNode, scope: Scope): void {
    switch (node.type) {
      case 'Identifier':
        this.add(node, scope, 'name')
        break
      case 'MemberExpression':
        this.visitMember(node, scope)
        break
      case 'Property':
        this.visitProperty(node, scope)
        break
      case 'MethodDefinition':
      case 'PropertyDefinition':
        this.visitAll([node.computed ? node.key : undefined, node.value], scope)
        break
      case 'LabeledStatement':
        this.visit(node.body, scope)
        break
      case 'BreakStatement':
      case 'ContinueStatement':
      case 'MetaProperty':
        break
      case 'AssignmentExpression':
      case 'ForInStatement':
      case 'ForOfStatement':
        this.assign(node.left)
        this.visitChildren(node, scope)
        break
      case 'UpdateExpression':
        this.assign(node.argument)
        this.visitChildren(node, scope)
        break
      case 'VariableDeclaration':
        this.visitDeclaration(node, scope)
        break
      case 'FunctionDeclaration':
        this.visitFunction(node, newScope(scope, true), scope)
        break
      case 'FunctionExpression':
      case 'ArrowFunctionExpression': {
        const own = newScope(scope, true)
        this.visitFunction(node, own, own)
        break
      }
      case 'ClassDeclaration':
        declare(scope, node.id)
        this.visitChildren(node, scope)
        break
      case 'ImportDeclaration':
      case 'ExportNamedDeclaration':
        this.visitLinks(node, scope)
        break
      case 'ImportSpecifier':
        declare(scope, node.local)
        this.addLink(node.local, node.imported, scope, 'import', node)
        break
      case 'ExportSpecifier':
        this.addLink(node.local, node.exported, scope, 'export', node)
        break
      case 'ImportDefaultSpecifier':
      case 'ImportNamespaceSpecifier':
      case 'ExportAllDeclaration':
        throw new Error(`unexpected ${node.type}`)
      default:
        this.visitChildren(node, scope)
    }
  }

  private visitAll(nodes: readonly (AnyNode | null | undefined)[], scope: Scope): void {
    for (const node of nodes) if (node) this.visit(node, scope)
  }

  private visitChildren(node: AnyNode, scope: Scope): void {
    const own = ownScope(node, scope)
    // Variables of the block can't have the names in the parameter of `catch`.
    if (node.type === 'CatchClause') this.visitAll([node.param, ...node.body.body], own)
    else this.visitAll(Object.values(node).flat().filter(isNode), own)
  }

  private visitDeclaration({ kind, declarations }: NodeOf<'VariableDeclaration'>, scope: Scope): void {
    for (const { id, init } of declarations) {
      declare(kind === 'var' ? functionOf(scope) : scope, id, init)
      if (id.type === 'Identifier') this.add(id, scope, 'declaration')
      else this.visit(id, scope)
      this.visitAll([init], scope)
    }
  }

  private visitFunction(
    { id, params, body }: NodeOf<'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression'>,
    scope: Scope,
    scopeOfName: Scope,
  ): void {
    if (id) {
      declare(scopeOfName, id)
      this.add(id, scopeOfName, 'name')
    }
    for (const parameter of params) declare(scope, parameter)
    this.visitAll(params, scope)
    // Variables of the body can't have the names of parameters.
    this.visitAll(body.type === 'BlockStatement' ? body.body : [body], scope)
  }

  private visitMember(node: NodeOf<'MemberExpression'>, scope: Scope): void {
    const { object, property, computed, optional, start, end } = node
    if (object.type === 'Identifier' && property.type === 'Identifier' && !computed && !optional)
      this.found.push({ name: object.name, scope, kind: 'member', other: property.name, start, end })
    else this.visitAll([object, computed ? property : undefined], scope)
  }

  private visitProperty({ key, value, computed, shorthand }: NodeOf<'Property'>, scope: Scope): void {
    if (computed) this.visit(key, scope)
    const [name, initial] = value.type === 'AssignmentPattern' ? [value.left, value.right] : [value]
    if (shorthand && name.type === 'Identifier') {
      this.add(name, scope, 'shorthand')
      this.visitAll([initial], scope)
    } else this.visit(value, scope)
  }

  private visitLinks(node: NodeOf<'ImportDeclaration' | 'ExportNamedDeclaration'>, scope: Scope): void {
    if (node.type === 'ImportDeclaration')
      for (const { local } of node.specifiers) this.imports.set(local.name, String(node.source.value))
    else if (node.source) throw new Error('unexpected export from another script')
    else this.visitAll([node.declaration], scope)
    this.visitAll(node.specifiers, scope)
  }

  private add({ name, start, end }: Identifier, scope: Scope, kind: Use['kind']): void {
    this.found.push({ name, scope, kind, other: name, start, end })
  }

  private addLink(
    local: Identifier | Literal,
    other: Identifier | Literal,
    scope: Scope,
    kind: 'import' | 'export',
    { start, end }: AnyNode,
  ): void {
    this.found.push({ name: nameOf(local), scope, kind, other: nameOf(other), start, end })
  }

  private assign(target: AnyNode): void {
    for (const { start } of namesIn(target)) this.assigned.add(start)
  }
}

/** The scope of what a node contains: its own, if it has one. */
function ownScope(node: AnyNode, scope: Scope): Scope {
  switch (node.type) {
    case 'BlockStatement':
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'SwitchStatement':
      return newScope(scope, false)
    case 'StaticBlock':
      return newScope(scope, true)
    case 'CatchClause': {
      const own = newScope(scope, false)
      declare(own, node.param)
      return own
    }
    case 'ClassExpression': {
      const own = newScope(scope, false)
      declare(own, node.id)
      return own
    }
    default:
      return scope
  }
}

const nameOf = (name: Identifier | Literal) => (name.type === 'Identifier' ? name.name : String(name.value))

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
